using System.Text.Encodings.Web;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Tests.House;

/// <summary>A label may hold what a seller typed; the summary of a form's flaws still names its field in one line.</summary>
public sealed class Summaries_name_their_fields
{
    [Theory]
    [InlineData("Trà <b>Shan</b>\n  tuyết?", "Trà Shan tuyết")]
    [InlineData("Số lượng <small>của bản Hồng Ngài</small>", "Số lượng")]
    [InlineData("&lt;b&gt;", "<b>")]
    public void By_the_words_of_its_label(string html, string name) => Assert.Equal(name, Named(html));

    [Fact]
    public void Cut_after_a_word_when_it_is_long()
    {
        var name = Named(string.Join(' ', Enumerable.Repeat("chè", 40)));
        Assert.EndsWith(" chè…", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 50, 61);
    }

    [Fact]
    public void Cut_anywhere_when_it_is_long_and_one_word() => Assert.Equal(new string('a', 60) + "…", Named(new string('a', 500)));

    private static string Named(string html)
    {
        var names = new FieldNames();
        names.Note("Field", "field", html);
        using var page = new StringWriter();
        names.Line("Field", "!").WriteTo(page, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        var line = page.ToString();
        return System.Net.WebUtility.HtmlDecode(line[(line.IndexOf("<b>", StringComparison.Ordinal) + 3)..line.IndexOf(":</b>", StringComparison.Ordinal)]);
    }
}
