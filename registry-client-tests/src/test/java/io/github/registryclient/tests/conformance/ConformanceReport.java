package io.github.registryclient.tests.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the tool said of a registry, as its {@code junit.xml} has it. */
final class ConformanceReport {
    private final Element suite;
    private final int exitCode;

    private ConformanceReport(Element suite, int exitCode) {
        this.suite = suite;
        this.exitCode = exitCode;
    }

    static ConformanceReport read(Path file, int exitCode) throws IOException {
        try {
            Element suites = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            return new ConformanceReport(
                    (Element) suites.getElementsByTagName("testsuite").item(0), exitCode);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    int exitCode() {
        return exitCode;
    }

    /** The number of checks, of which a test may have several. */
    int tests() {
        return count("tests");
    }

    int failures() {
        return count("failures") + count("errors");
    }

    /** Skipped, or switched off. */
    int skipped() {
        return count("skipped") + count("disabled");
    }

    List<String> failedNames() {
        List<String> names = names("failure");
        names.addAll(names("error"));
        return names;
    }

    List<String> skippedNames() {
        return names("skipped");
    }

    private int count(String attribute) {
        String value = suite.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private List<String> names(String status) {
        NodeList cases = suite.getElementsByTagName("testcase");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            if (test.getAttribute("status").equals(status)) {
                names.add(test.getAttribute("name").replaceFirst("^OCI Conformance Test/", ""));
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return tests() + " tests, " + failures() + " failures " + failedNames() + ", " + skipped() + " skipped "
                + skippedNames();
    }
}
