package io.github.registryclient.examples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A JShell with the prelude; apart from the test, which is loaded also where there is no JShell. */
final class JShellSession implements AutoCloseable {
    private final JShell shell;

    private JShellSession(JShell shell) {
        this.shell = shell;
    }

    static JShellSession open(String url) throws IOException {
        JShellSession session = new JShellSession(JShell.builder()
                .remoteVMOptions("-Dregistry.url=" + url)
                .out(System.out)
                .build());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            session.shell.addToClasspath(entry);
        }
        session.evaluate(Files.readString(Path.of("src/main/jshell/prelude.jsh")));
        return session;
    }

    /** Evaluates snippets, each of which has to be valid and not to throw; the value of the last one. */
    String evaluate(String code) {
        String value = "";
        CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(code);
        while (!next.source().isEmpty()) {
            for (SnippetEvent event : shell.eval(next.source())) {
                if (event.status() != Snippet.Status.VALID || event.exception() != null) {
                    throw new AssertionError(next.source() + ": " + event + " " + event.exception());
                }
                value = String.valueOf(event.value());
            }
            next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
        }
        return value;
    }

    @Override
    public void close() {
        shell.close();
    }
}
