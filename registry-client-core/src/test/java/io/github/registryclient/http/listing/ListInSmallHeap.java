package io.github.registryclient.http.listing;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Tag;
import java.util.List;

/** What {@link MillionTagsTest} runs in a JVM of its own: lists all tags of {@code app} and says how many came. */
final class ListInSmallHeap {
    private ListInSmallHeap() {}

    public static void main(String[] arguments) {
        int tags = 0;
        int pages = 0;
        int wrong = 0;
        try (HttpRegistryClient client =
                HttpRegistryClient.builder(arguments[0]).maxPageBytes(32 << 20).build()) {
            for (List<Tag> page : client.listTags("app").pages()) {
                pages++;
                for (Tag tag : page) {
                    wrong += tag.toString().endsWith(Integer.toString(tags)) ? 0 : 1;
                    tags++;
                }
            }
        }
        System.out.println(tags + " tags, " + pages + (pages == 1 ? " page" : " pages")
                + (wrong == 0 ? "" : ", " + wrong + " of them out of place"));
    }
}
