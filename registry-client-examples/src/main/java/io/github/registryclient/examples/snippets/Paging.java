package io.github.registryclient.examples.snippets;

import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;

/** Ways to read a listing. */
public final class Paging {
    private Paging() {}

    /**
     * Reads the same tags in each way.
     *
     * @param registry the registry
     */
    public static void read(RegistryClient registry) {
        // region paging
        Listing<Tag> tags = registry.listTags("admin/hello"); // nothing is asked yet

        List<Tag> all = tags.toList(); // whole, or an exception
        boolean released = tags.stream().anyMatch(tag -> tag.toString().equals("1.0.0")); // stops where it may

        for (List<RepositoryName> page :
                registry.listRepositories().withPageSize(100).pages()) {
            System.out.println(page.size() + " repositories, the last one is " + page.get(page.size() - 1));
        }
        // endregion
        System.out.println(all.size() + " tags, released: " + released);
    }
}
