package io.github.registryclient.testkit.manner;

/** How servers put their answers into HTTP otherwise than the specification's examples do. */
public enum AnswerManner implements Manner {
    /** Every answer has {@code Docker-Distribution-Api-Version: registry/2.0}. */
    API_VERSION,
    /** {@code /v2/} is 200 without a body and without {@code Content-Type}. */
    EMPTY_SUPPORT,
    /** The media type of listings and errors is {@code application/json; charset=utf-8}. */
    JSON_WITH_CHARSET,
    /** The media type of listings and errors is {@code text/plain; charset=utf-8}. */
    JSON_AS_TEXT,
    /** Errors have no {@code detail}. */
    ERRORS_WITHOUT_DETAIL,
    /** A method that there is not: 405 in plain text. HEAD of a listing is one. */
    WRONG_METHOD_IS_TEXT,
    /** A method that there is not: 400 {@code METHOD_UNKNOWN}. HEAD of a listing is one. */
    WRONG_METHOD_IS_UNKNOWN,
    /** A method that there is not: 405 without a body and without {@code Allow}. HEAD of a listing is one. */
    WRONG_METHOD_IS_EMPTY,
    /** The {@code detail} of {@code NAME_UNKNOWN} is an object with the {@code name}. */
    UNKNOWN_NAME_IS_AN_OBJECT,
    /** A repository whose name is no valid one: 404 in plain text. */
    INVALID_NAME_IS_NO_PATH,
    /** A repository whose name is no valid one: 404 {@code NAME_UNKNOWN}, as any other that is not there. */
    INVALID_NAME_IS_UNKNOWN,
    /** A path that is none: 404 {@code METHOD_UNKNOWN}. */
    UNKNOWN_PATH_IS_METHOD_UNKNOWN,
    /** A slash too many at the end of the path: 301 to where there is none. */
    SLASH_AT_THE_END_REDIRECTS
}
