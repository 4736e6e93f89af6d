package io.github.registryclient.tests;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a module's POM says of dependencies. */
public final class Pom {
    private final Element project;

    private Pom(Element project) {
        this.project = project;
    }

    /** Reads the POM in a module's folder. */
    public static Pom read(Path module) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(module.resolve("pom.xml").toFile())
                    .getDocumentElement());
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the POM of " + module, e);
        }
    }

    /** The module's own name. */
    public String artifact() {
        return text(project, "artifactId");
    }

    /** The names of what it depends on, of one group and in any scope. */
    public Set<String> dependenciesOn(String group) {
        return dependencies(dependency -> text(dependency, "groupId").equals(group));
    }

    /** The names of what its users get with it. */
    public Set<String> runTimeDependencies() {
        Set<String> elsewhere = Set.of("test", "provided");
        return dependencies(dependency -> !elsewhere.contains(text(dependency, "scope"))
                && !text(dependency, "optional").equals("true"));
    }

    private Set<String> dependencies(Predicate<Element> wanted) {
        NodeList all = project.getElementsByTagName("dependency");
        return IntStream.range(0, all.getLength())
                .mapToObj(index -> (Element) all.item(index))
                .filter(wanted)
                .map(dependency -> text(dependency, "artifactId"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text of a direct child; empty if there is none. */
    private static String text(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().trim();
            }
        }
        return "";
    }
}
