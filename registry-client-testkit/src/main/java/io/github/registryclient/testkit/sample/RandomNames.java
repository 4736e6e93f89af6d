package io.github.registryclient.testkit.sample;

import java.util.List;
import java.util.Random;

/** Names that differ in their number at least, in the forms that people use. */
final class RandomNames {
    private static final List<String> REPOSITORIES =
            List.of("app%d", "team/app-%d", "team/deep/er/app_%d", "team%d", "team%d/app", "a.b__c/%d");
    private static final List<String> TAGS =
            List.of("v1.%d.0", "%d", "RC-%d", "_%d", "main-%d", "1.0.0-20180604192505%d");

    private RandomNames() {}

    static String repository(Random random, int number) {
        return of(REPOSITORIES, random, number);
    }

    static String tag(Random random, int number) {
        return of(TAGS, random, number);
    }

    private static String of(List<String> forms, Random random, int number) {
        return String.format(forms.get(random.nextInt(forms.size())), number);
    }
}
