/** `sameas/crm`: readers of what CRMs and help desks send, and one record set of what they read. */
export type { UnattachedReason } from "./combining/carriers.js";
export { type Combined, combine, type Unattached } from "./combining/combine.js";
export type { CombineWarning } from "./combining/survivors.js";
export {
	type CrmDraft,
	type CrmOptions,
	type CrmReader,
	type CrmReading,
	emptyReading,
	type Party,
} from "./crm/crm.js";
export { fromDynamics } from "./crm/dynamics.js";
export { fromOracleService } from "./crm/oracle-service.js";
export { fromSalesforce } from "./crm/salesforce.js";
export { fromZendesk } from "./crm/zendesk.js";
export { Payload, present } from "./payload.js";
