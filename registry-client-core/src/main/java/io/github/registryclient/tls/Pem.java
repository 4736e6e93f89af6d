package io.github.registryclient.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads textual encodings (RFC 7468, and headers as RFC 1421 has them): any text may stand before, between and after the blocks. */
final class Pem {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 64;

    private final Source source;
    private final String[] lines;
    private int next;

    private Pem(Source source) {
        this.source = source;
        this.lines = source.text().split("\r\n|\r|\n", -1);
    }

    /** All blocks in turn, perhaps none. */
    static List<PemBlock> read(Source source) {
        byte[] bytes = source.bytes();
        if (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
            throw source.invalid(
                    "is UTF-16, as some editors and shells of Windows write it: save it as ASCII or UTF-8");
        }
        return new Pem(source).blocks();
    }

    /** Whether there is any block, which a file of DER has not. */
    static boolean isIn(Source source) {
        return source.text().contains(BEGIN);
    }

    private List<PemBlock> blocks() {
        List<PemBlock> blocks = new ArrayList<>();
        while (next < lines.length) {
            String line = lines[next++].strip();
            int begin = line.indexOf(BEGIN);
            if (begin == 0 || begin > 0 && begin <= 3) { // behind a byte order mark of UTF-8
                blocks.add(block(label(line.substring(begin), BEGIN)));
            }
        }
        return blocks;
    }

    private String label(String line, String start) {
        boolean closed = line.length() >= start.length() + DASHES.length() && line.endsWith(DASHES);
        String label = closed ? line.substring(start.length(), line.length() - DASHES.length()) : "";
        if (label.length() > LONGEST_LABEL || !label.matches("[A-Z0-9]+( [A-Z0-9]+)*")) {
            throw source.invalid(
                    "is damaged in line " + next + ": " + start + "… has to stand alone in its line and end with "
                            + DASHES + "; if line breaks are written as \\n there, replace them by real ones");
        }
        return label;
    }

    private PemBlock block(String label) {
        int first = next;
        boolean encrypted = false;
        StringBuilder base64 = new StringBuilder();
        while (next < lines.length) {
            String line = lines[next++].strip();
            if (line.startsWith(END)) {
                if (!label(line, END).equals(label)) {
                    throw source.invalid("is damaged in line " + next + ": the " + PemBlock.shown(label)
                            + " that began in line " + first + " ends as something else");
                }
                return new PemBlock(label, encrypted, decoded(label, first, base64));
            }
            if (line.startsWith(DASHES)) {
                throw source.invalid("is damaged: the " + PemBlock.shown(label) + " that began in line " + first
                        + " has no end before line " + next + "; copy it whole");
            }
            if (base64.length() == 0 && line.indexOf(':') > 0) {
                encrypted |= line.startsWith("Proc-Type:") && line.contains("ENCRYPTED");
            } else {
                base64.append(line);
            }
        }
        throw source.invalid("is damaged: the " + PemBlock.shown(label) + " that began in line " + first
                + " has no end; copy it whole");
    }

    private byte[] decoded(String label, int first, StringBuilder base64) {
        try {
            return Base64.getDecoder().decode(base64.toString().replaceAll("\\s", ""));
        } catch (IllegalArgumentException quotesTheText) {
            throw source.invalid(
                    "is damaged: the " + PemBlock.shown(label) + " that began in line " + first + " is no base64");
        }
    }
}
