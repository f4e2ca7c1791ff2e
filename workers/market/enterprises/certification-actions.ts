import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { CertificationId, EnterpriseId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { NetworkRefusal } from "#domain/network/refusals.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import {
  type CertificationRow,
  certificationsOf,
  insertCertification,
  withdrawCertification,
} from "#store/certifications.ts";
import { enterpriseById } from "#store/enterprises.ts";

export type RegisterCertification = Omit<CertificationRow, "id" | "withdrawnAt">;

/** Registers a certificate of an enterprise; it is shown on the days it is in force. */
export function registerCertification(request: Request, command: RegisterCertification) {
  return perform(request, {
    load: () => ({ enterprise: enterpriseById(command.enterpriseId) }),
    decide: (
      { enterprise },
      principal,
    ): Outcome<Plan<CertificationRow>, AccessRefusal | NetworkRefusal> => {
      const allowed = allow(principal, "certifications.edit");
      if (!allowed.ok) return allowed;
      if (enterprise === null) return refuse({ code: "not-found", what: "enterprise" });
      const row = { ...command, id: request.ports.ids.next<CertificationId>(), withdrawnAt: null };
      return accept({ status: 201, value: row, statements: [insertCertification(row)] });
    },
    guards: {
      "certification.enterprise_id, certification.scheme, certification.number": {
        code: "certification-registered",
        number: command.number,
      },
    },
  });
}

/** Withdraws a certificate: it stays on record and is shown no more. */
export function withdraw(request: Request, enterpriseId: EnterpriseId, id: CertificationId) {
  return perform(request, {
    load: () => ({ certificates: certificationsOf(enterpriseId) }),
    decide: ({ certificates }, principal): Outcome<Plan<CertificationRow>, AccessRefusal> => {
      const allowed = allow(principal, "certifications.edit");
      if (!allowed.ok) return allowed;
      const found = certificates.find((row) => row.id === id);
      if (found === undefined) return refuse({ code: "not-found", what: "certification" });
      const withdrawnAt = found.withdrawnAt ?? request.ports.now;
      return accept({
        value: { ...found, withdrawnAt },
        statements: [withdrawCertification(id, withdrawnAt)],
      });
    },
  });
}
