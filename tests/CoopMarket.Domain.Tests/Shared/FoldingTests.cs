using System.Text;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

public sealed partial class FoldingTests
{
    private static readonly Gen<string> AnyText = Gen.String;
    private static readonly Gen<string> LetteredText = Gen.String[Gen.OneOf(
        Gen.Char['\u0000', '\u024F'], Gen.Char['\u0370', '\u052F'], Gen.Char['\u1E00', '\u1FFF'],
        Gen.Char['\u0300', '\u036F'], Gen.Char["đĐưƯơƠấẬệỗợ 0123"], Gen.Char['\u2000', '\u206F'], Gen.Char['\uFF01', '\uFF5E']), 0, 40];

    [Theory]
    [InlineData("Tỏi đen Phù Yên", "toi den phu yen")]
    [InlineData("NƯỚC MẮM", "nuoc mam")]
    [InlineData("Đặc sản", "dac san")]
    [InlineData("  Chè   Shan\ttuyết – Mộc Châu!  ", "che shan tuyet moc chau")]
    [InlineData("Mật ong (rừng) 500ml", "mat ong rung 500ml")]
    [InlineData("zero\u200Bwidth\u202E", "zerowidth")]
    [InlineData("Straße Æther Œuvre Søren Łódź", "strasse aether oeuvre soren lodz")]
    [InlineData("ＴＯＩ １２", "toi 12")]
    [InlineData("who's", "who s")]
    [InlineData("ผ้าไหม", "ผ้าไหม")]
    [InlineData("…", "")]
    [InlineData("", "")]
    public void Text_is_folded_to_plain_words(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Theory]
    [InlineData("Thanh Hoá", "Thanh Hóa")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("Liên Hoà", "LIÊN HÒA")]
    [InlineData("khoẻ", "khỏe")]
    public void Old_and_new_tone_placement_are_the_same(string old, string present) => Folding.Fold(old).ShouldBe(Folding.Fold(present));

    [Fact]
    public void All_134_marked_letters_of_Vietnamese_fold_to_ASCII()
    {
        const string marked = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
        foreach (var letter in marked + marked.ToUpperInvariant())
            Folding.Fold(letter.ToString()).ShouldMatch("^[a-z]$", letter.ToString());
    }

    [Fact]
    public void Folding_twice_changes_nothing() => Gen.OneOf(AnyText, LetteredText).Sample(text =>
        Folding.Fold(Folding.Fold(text)).ShouldBe(Folding.Fold(text)));

    [Fact]
    public void Composed_and_decomposed_text_fold_to_the_same() => LetteredText.Sample(text =>
    {
        Folding.Fold(text.Normalize(NormalizationForm.FormC)).ShouldBe(Folding.Fold(text.Normalize(NormalizationForm.FormD)));
        Folding.Skeleton(text.Normalize(NormalizationForm.FormC)).ShouldBe(Folding.Skeleton(text.Normalize(NormalizationForm.FormD)));
    });

    [Fact]
    public void Words_are_the_folded_text_split() => LetteredText.Sample(text =>
        string.Join(' ', Folding.Words(text)).ShouldBe(Folding.Fold(text)));

    [Theory]
    [InlineData("Tỏi đen Phù Yên (250 g)", "toi-den-phu-yen-250-g")]
    [InlineData("--Đậu--", "dau")]
    [InlineData("日本", "")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_slug_is_words_and_dashes(string text, string slug) => Folding.Slug(text).ShouldBe(slug);

    [Theory]
    [InlineData("toi den phu yen", 15, "toi-den-phu-yen")]
    [InlineData("toi den phu yen", 14, "toi-den-phu")]
    [InlineData("toi den phu yen", 11, "toi-den-phu")]
    [InlineData("abcdefgh", 5, "abcde")]
    public void A_long_slug_is_cut_between_words(string text, int maxLength, string slug) => Folding.Slug(text, maxLength).ShouldBe(slug);

    [Fact]
    public void A_slug_fits_an_address() => Gen.Select(Gen.OneOf(AnyText, LetteredText), Gen.Int[1, 60]).Sample((text, maxLength) =>
    {
        var slug = Folding.Slug(text, maxLength);
        slug.Length.ShouldBeLessThanOrEqualTo(maxLength);
        (slug.Length == 0 || SlugShape().IsMatch(slug)).ShouldBeTrue(slug);
        Folding.Slug(slug, maxLength).ShouldBe(slug);
    });

    [Theory]
    [InlineData("Tòng Thị Phanh", "T\u043Eng Thi Phanh")]
    [InlineData("Mộc Châu", "M\u200Bộc  Châu")]
    [InlineData("MOC CHAU", "\u041C\u041E\u0421 CHAU")]
    [InlineData("HOA BAN", "\u0397OA \u0392AN")]
    [InlineData("Phù Yên", "ＰＨÙ ＹÊＮ")]
    [InlineData("Linh", "Iinh")]
    [InlineData("Linh", "1inh")]
    [InlineData("Mộc", "M0c")]
    [InlineData("Mai", "rnai")]
    [InlineData("Hoa", "𝐇𝐨𝐚")]
    [InlineData("Đậu", "Dâu")]
    [InlineData("Hợp tác xã Tà Xùa", "Hop-tac xa TaXua")]
    public void Names_that_look_alike_have_one_skeleton(string name, string lookalike) =>
        Folding.Skeleton(lookalike).ShouldBe(Folding.Skeleton(name));

    [Theory]
    [InlineData("Tà Xùa", "Tà Xứa Hai")]
    [InlineData("Hợp tác xã 2", "Hợp tác xã 3")]
    [InlineData("Mường Bú", "Mường La")]
    public void Names_that_differ_to_the_eye_have_different_skeletons(string name, string other) =>
        Folding.Skeleton(other).ShouldNotBe(Folding.Skeleton(name));

    [Fact]
    public void A_skeleton_is_its_own_skeleton() => Gen.OneOf(AnyText, LetteredText).Sample(text =>
        Folding.Skeleton(Folding.Skeleton(text)).ShouldBe(Folding.Skeleton(text)));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlugShape();
}
