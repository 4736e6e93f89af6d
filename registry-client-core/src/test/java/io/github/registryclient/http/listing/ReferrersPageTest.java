package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.PlayedReferrers.APP;
import static io.github.registryclient.http.listing.PlayedReferrers.REFERRERS;
import static io.github.registryclient.http.listing.PlayedReferrers.SBOM;
import static io.github.registryclient.http.listing.PlayedReferrers.SIGNATURE;
import static io.github.registryclient.http.listing.PlayedReferrers.SUBJECT;
import static io.github.registryclient.http.listing.PlayedReferrers.index;
import static io.github.registryclient.http.listing.PlayedReferrers.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.Listing;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.manifest.Descriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Referrers of a registry with the referrers API: its pages, and its filter or ours. */
class ReferrersPageTest {
    private static final String OF_TYPE = REFERRERS + "?artifactType=application%2Fx-sig%2Bjson";

    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void referrers_are_what_the_index_lists_and_its_links_lead_to() {
        registry.answer(REFERRERS, index(SIGNATURE).withHeader("Link", "<" + REFERRERS + "?page=2>; rel=next"));
        registry.answer(REFERRERS + "?page=2", index(SBOM, SIGNATURE));

        assertThat(types(all())).containsExactly(SIGNATURE, SBOM, SIGNATURE);
        assertThat(registry.asked()).containsExactly(REFERRERS, REFERRERS + "?page=2");
    }

    @Test
    void an_empty_index_is_an_empty_listing_and_no_reason_to_look_for_a_tag() {
        registry.answer(REFERRERS, index());

        assertThat(all().toList()).isEmpty();
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void a_type_is_asked_for_and_filtered_here_where_the_registry_did_not() {
        registry.answer(OF_TYPE, index(SIGNATURE, SBOM));

        assertThat(types(signatures())).containsExactly(SIGNATURE);
        assertThat(registry.asked()).containsExactly(OF_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifactType", "other, artifactType", "artifactType,other"})
    void what_the_registry_says_it_filtered_is_taken_as_it_is(String applied) {
        // a registry may list an artifact under a type that its descriptor does not show
        registry.answer(OF_TYPE, index(SIGNATURE, SBOM).withHeader("OCI-Filters-Applied", applied));

        assertThat(types(signatures())).containsExactly(SIGNATURE, SBOM);
    }

    @Test
    void pages_that_were_not_filtered_are_filtered_here_one_by_one() {
        registry.answer(OF_TYPE, index(SBOM).withHeader("Link", "<" + REFERRERS + "?page=2>; rel=next"));
        registry.answer(REFERRERS + "?page=2", index(SIGNATURE, SBOM));

        assertThat(types(signatures())).containsExactly(SIGNATURE);
    }

    @Test
    void a_page_size_goes_along_with_the_type() {
        registry.answer(REFERRERS + "?n=5&artifactType=application%2Fx-sig%2Bjson", index(SIGNATURE));

        assertThat(types(signatures().withPageSize(5))).containsExactly(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405})
    void a_refused_size_is_left_out_and_says_nothing_about_the_api(int status) {
        registry.refuse(REFERRERS + "?n=5&artifactType=application%2Fx-sig%2Bjson", status, "UNSUPPORTED");
        registry.answer(OF_TYPE, index(SIGNATURE));

        assertThat(types(signatures().withPageSize(5))).containsExactly(SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405})
    void a_refused_cursor_is_never_answered_by_the_fallback_tag(int status) {
        registry.answer(REFERRERS, index(SIGNATURE).withHeader("Link", "<" + REFERRERS + "?page=2>; rel=next"));
        registry.refuse(REFERRERS + "?page=2", status, "UNSUPPORTED");

        assertThatExceptionOfType(IncompleteListingException.class).isThrownBy(all()::toList);
        assertThat(registry.asked())
                .allMatch(target -> target.startsWith(REFERRERS))
                .hasSize(4);
    }

    @Test
    void a_later_page_of_another_type_is_no_end() {
        registry.answer(REFERRERS, index(SIGNATURE).withHeader("Link", "<" + REFERRERS + "?page=2>; rel=next"));
        registry.page(REFERRERS + "?page=2", "{}");

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(all()::toList);
    }

    @Test
    void an_api_that_is_gone_when_a_listing_is_begun_anew_leaves_it_incomplete() {
        registry.answer(
                REFERRERS + "?n=1", index(SIGNATURE).withHeader("Link", "<" + REFERRERS + "?page=2>; rel=next"));
        registry.refuse(REFERRERS + "?page=2", 404, "UNSUPPORTED");
        registry.refuse(REFERRERS, 404, "UNSUPPORTED");
        registry.refuse(PlayedReferrers.FALLBACK, 404, "MANIFEST_UNKNOWN");

        assertThatExceptionOfType(IncompleteListingException.class).isThrownBy(all().withPageSize(1)::toList);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"schemaVersion\":2,\"manifests\":[{}]}", "<html>"})
    void an_index_that_is_none_fails(String body) {
        registry.answer(REFERRERS, index().withBody(body));

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(all()::toList);
    }

    @Test
    void a_failing_registry_is_no_registry_without_the_api() {
        registry.refuse(REFERRERS, 500, "UNKNOWN");

        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(all()::toList);
        assertThat(registry.asked()).hasSize(1);
    }

    private Listing<Descriptor> all() {
        return registry.client(settings -> settings).listReferrers(APP, SUBJECT);
    }

    private Listing<Descriptor> signatures() {
        return registry.client(settings -> settings).listReferrers(APP, SUBJECT, SIGNATURE);
    }
}
