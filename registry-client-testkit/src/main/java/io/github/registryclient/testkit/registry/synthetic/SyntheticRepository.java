package io.github.registryclient.testkit.registry.synthetic;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tags of computed images, in turn: with 3 images, the tags 0, 3, 6, … are those of image 0. What was deleted is remembered, a
 * bit each. Guarded by the store's lock: who deletes is alone, who reads is not.
 */
public final class SyntheticRepository {
    private static final String TAG_PREFIX = "t";

    private final NumberedNames tags;
    private final int count;
    private final SyntheticImages images;
    private final DigestIndex manifests;
    private final DigestIndex configs;
    private final RecentDigests recent = new RecentDigests();
    private final BitSet deletedImages = new BitSet();
    private final Set<Digest> deletedBlobs = new HashSet<>();

    SyntheticRepository(long seed, RepositoryName name, int tags, int images) {
        this.tags = new NumberedNames(TAG_PREFIX, tags);
        this.count = images;
        this.images = new SyntheticImages(seed, name);
        this.manifests =
                new DigestIndex(images, number -> this.images.image(number).digest());
        this.configs =
                new DigestIndex(images, number -> this.images.image(number).configDigest());
    }

    /** The name of a tag. */
    public static String tag(int number) {
        return NumberedNames.name(TAG_PREFIX, number);
    }

    /** The tags; who hides one has given it to another manifest. */
    public NumberedNames tags() {
        return tags;
    }

    /** The image of a tag or digest. */
    public Optional<SyntheticImage> image(Reference reference) {
        OptionalInt number = reference instanceof Digest ? imageOf((Digest) reference) : imageOf(reference.toString());
        return number.isPresent() ? Optional.of(handOut(number.getAsInt())) : Optional.empty();
    }

    private OptionalInt imageOf(String tag) {
        OptionalInt number = tags.number(tag);
        return number.isPresent() ? OptionalInt.of(number.getAsInt() % count) : number;
    }

    private OptionalInt imageOf(Digest digest) {
        OptionalInt known = recent.find(digest);
        boolean right =
                known.isPresent() && images.image(known.getAsInt()).digest().equals(digest);
        OptionalInt number = right ? known : manifests.find(digest);
        return number.isPresent() && deletedImages.get(number.getAsInt()) ? OptionalInt.empty() : number;
    }

    /** Its digests are asked for next, and then they are known without an index. */
    private SyntheticImage handOut(int number) {
        SyntheticImage image = images.image(number);
        recent.add(image.digest(), number);
        recent.add(image.configDigest(), number);
        return image;
    }

    /** The bytes of a configuration or layer, also of those whose manifests were deleted. */
    public Optional<byte[]> blob(Digest digest) {
        if (count == 0 || deletedBlobs.contains(digest)) {
            return Optional.empty();
        }
        if (digest.equals(images.layerDigest())) {
            return Optional.of(images.layer());
        }
        OptionalInt known = recent.find(digest);
        if (known.isPresent()) {
            SyntheticImage image = images.image(known.getAsInt());
            if (image.configDigest().equals(digest)) {
                return Optional.of(image.config());
            }
        }
        OptionalInt number = configs.find(digest);
        return number.isPresent() ? Optional.of(images.image(number.getAsInt()).config()) : Optional.empty();
    }

    /** Takes a tag away; false if there is none. */
    public boolean deleteTag(String tag) {
        boolean found = tags.number(tag).isPresent();
        tags.hide(tag);
        return found;
    }

    /** Takes an image and all its tags away; false if there is none. */
    public boolean deleteImage(Digest digest) {
        OptionalInt number = imageOf(digest);
        number.ifPresent(image -> {
            deletedImages.set(image);
            tags.hideEach(image, count);
        });
        return number.isPresent();
    }

    /** Takes a blob away; false if there is none. */
    public boolean deleteBlob(Digest digest) {
        return blob(digest).isPresent() && deletedBlobs.add(digest);
    }
}
