import type { AccessRefusal } from "#domain/access/refusals.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { type Profile, profileBeside, updateProfile } from "#store/persons.ts";
import { oneself } from "./own-sessions.ts";

/** Changes what one is called here, or the language of one's letters; what is left out stays. */
export function changeProfile(request: Request, changes: Partial<Profile>) {
  return perform(request, {
    load: ({ credentials }) => ({ profile: profileBeside(credentials.session) }),
    decide: ({ profile }, principal): Outcome<Plan<Profile>, AccessRefusal> => {
      const self = oneself(principal, "self.edit");
      if (!self.ok) return self;
      const { name = "", language = "it" } = profile ?? {};
      const value = { name, language, ...changes };
      return accept({ value, statements: [updateProfile(self.value.id, value)] });
    },
  });
}
