package io.github.registryclient.tests.campaign;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The account of all runs, whose password must appear nowhere. */
final class Sentinel {
    static final String USER = "campaigner";
    static final String PASSWORD = "5ent1nel-0f-the-c4mpaign";
    static final String BASIC =
            Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    /** Every JSON web token begins like this. */
    private static final String TOKEN = "eyJ";

    private Sentinel() {}

    static boolean isIn(String text) {
        return List.of(PASSWORD, BASIC, TOKEN).stream().anyMatch(text::contains);
    }

    /** All that an exception can say. */
    static String everything(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all.append(failure.toString()).toString();
    }
}
