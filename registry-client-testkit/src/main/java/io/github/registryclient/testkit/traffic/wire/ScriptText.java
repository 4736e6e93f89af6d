package io.github.registryclient.testkit.traffic.wire;

import java.util.ArrayList;
import java.util.List;

/** Shows a script line by line. */
final class ScriptText {
    private ScriptText() {}

    static String of(Play play) {
        List<String> text = new ArrayList<>();
        text.add(play.isStrict() ? "The script (strict: nothing else may come):" : "The script:");
        int number = 1;
        for (Line line : play.lines()) {
            text.add(line.text().numbered(number++));
        }
        if (number == 1) {
            text.add("  (no lines)");
        }
        return String.join("\n", text);
    }
}
