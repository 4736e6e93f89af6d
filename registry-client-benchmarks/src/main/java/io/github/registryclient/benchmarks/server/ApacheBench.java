package io.github.registryclient.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ab -k}, which asks one thing over and over. */
public final class ApacheBench {
    private static final Pattern RATE = Pattern.compile("Requests per second: +([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx responses|Failed requests: +[1-9]");

    private ApacheBench() {}

    /**
     * Measures HEAD.
     *
     * @param uri a manifest
     * @param connections how many side by side
     * @param calls how many in all
     * @return answers a second; empty if it is not installed
     */
    public static OptionalDouble head(String uri, int connections, int calls) {
        String output;
        try {
            Process process = new ProcessBuilder(
                            "ab",
                            "-q",
                            "-k",
                            "-i",
                            "-c",
                            "" + connections,
                            "-n",
                            "" + calls,
                            "-H",
                            "Accept: " + BareClient.ACCEPT,
                            uri)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notInstalled) {
            return OptionalDouble.empty();
        }
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || FAILED.matcher(output).find()) {
            throw new IllegalStateException("ab failed: " + output);
        }
        return OptionalDouble.of(Double.parseDouble(rate.group(1)));
    }
}
