import { STATUS_CODES } from "node:http";

/** Names of the HTTP status codes, of RFC 9110 and the registry it set up. */
export const STATUS_CODE = {
  Continue: 100,
  SwitchingProtocols: 101,
  Processing: 102,
  EarlyHints: 103,
  OK: 200,
  Created: 201,
  Accepted: 202,
  NonAuthoritativeInfo: 203,
  NoContent: 204,
  ResetContent: 205,
  PartialContent: 206,
  MultiStatus: 207,
  AlreadyReported: 208,
  IMUsed: 226,
  MultipleChoices: 300,
  MovedPermanently: 301,
  Found: 302,
  SeeOther: 303,
  NotModified: 304,
  UseProxy: 305,
  TemporaryRedirect: 307,
  PermanentRedirect: 308,
  BadRequest: 400,
  Unauthorized: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  ProxyAuthRequired: 407,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  LengthRequired: 411,
  PreconditionFailed: 412,
  ContentTooLarge: 413,
  URITooLong: 414,
  UnsupportedMediaType: 415,
  RangeNotSatisfiable: 416,
  ExpectationFailed: 417,
  Teapot: 418,
  MisdirectedRequest: 421,
  UnprocessableEntity: 422,
  Locked: 423,
  FailedDependency: 424,
  TooEarly: 425,
  UpgradeRequired: 426,
  PreconditionRequired: 428,
  TooManyRequests: 429,
  RequestHeaderFieldsTooLarge: 431,
  UnavailableForLegalReasons: 451,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
  HTTPVersionNotSupported: 505,
  VariantAlsoNegotiates: 506,
  InsufficientStorage: 507,
  LoopDetected: 508,
  NotExtended: 510,
  NetworkAuthenticationRequired: 511,
} as const;

export type StatusCode = typeof STATUS_CODE[keyof typeof STATUS_CODE];

// Where the wording differs from Node's.
const OWN_TEXT: Partial<Record<StatusCode, string>> = {
  203: "Non Authoritative Info",
  207: "Multi Status",
  407: "Proxy Auth Required",
  413: "Content Too Large",
  418: "I'm a teapot",
};

export const STATUS_TEXT: Readonly<Record<StatusCode, string>> = Object
  .fromEntries(
    Object.values(STATUS_CODE).map((
      code,
    ) => [code, OWN_TEXT[code] ?? STATUS_CODES[code]]),
  ) as Record<StatusCode, string>;

export type ClientErrorStatus = In<"4">;

export type ServerErrorStatus = In<"5">;

export type ErrorStatus = ClientErrorStatus | ServerErrorStatus;

/** The codes that start with a digit. */
type In<Digit extends string, Code extends StatusCode = StatusCode> = Code extends number
  ? `${Code}` extends `${Digit}${string}` ? Code : never
  : never;
