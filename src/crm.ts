/** `sameas/crm`: readers of what CRMs and help desks send, one record set of what they read, and writers back. */
export type { UnattachedReason } from "./combining/carriers.js";
export { type Combined, combine, type Unattached } from "./combining/combine.js";
export type { CombineWarning } from "./combining/survivors.js";
export { fromAmazonConnect } from "./crm/amazon-connect.js";
export {
	type ChannelOptions,
	type CrmDraft,
	type CrmOptions,
	type CrmReader,
	type CrmReading,
	emptyReading,
	type Party,
} from "./crm/crm.js";
export { type CsvOptions, fromCsv } from "./crm/csv.js";
export { fromDynamics } from "./crm/dynamics.js";
export { fromFreshdesk } from "./crm/freshdesk.js";
export { fromGmail } from "./crm/gmail.js";
export { fromGraphMail } from "./crm/graph-mail.js";
export { fromHubSpot, type HubSpotOptions } from "./crm/hubspot.js";
export { fromIntercom } from "./crm/intercom.js";
export { fromOracleService } from "./crm/oracle-service.js";
export { fromPipedrive, type PipedriveOptions } from "./crm/pipedrive.js";
export { fromSalesforce } from "./crm/salesforce.js";
export { fromTwilio } from "./crm/twilio.js";
export { type CardOptions, fromJCard, fromVCard } from "./crm/vcard.js";
export { fromZendesk } from "./crm/zendesk.js";
export { Payload, present } from "./payload.js";
export { toHubSpot } from "./writers/hubspot.js";
export { toOracleService } from "./writers/oracle-service.js";
export { toSalesforce } from "./writers/salesforce.js";
export type { Write, WriteBack, Writer, WriterOptions } from "./writers/writer.js";
export { toZendesk } from "./writers/zendesk.js";
