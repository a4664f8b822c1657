using CoopMarket.Web.Adapters.RichText;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Tests.House;
using CsCheck;

namespace CoopMarket.Web.Tests.Stories;

public sealed class RichTextTests
{
    public static TheoryData<string> Attacks { get; } =
    [
        "<img src=x onerror\n=alert(1)>", "<svg onfocus=alert(1) autofocus>", "<svg/onload=alert(1)>", "<style>@import 'https://evil.test/x.css';</style>",
        "<form action=https://evil.test><input name=p></form>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<![CDATA[<script>alert(1)</script>]]>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<a href=\"javascript:alert(1)\">x</a>", "[x](javascript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)", "[x](java\tscript:alert(1))", "<javascript:alert(1)>", "![x](javascript:alert(1))", "![x](https://evil.test/track.gif)", "[x][1]\n\n[1]: javascript:alert(1)",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "[x](https://ok.test \"\" onclick=alert(1))", "<base href=//evil.test>", "<meta http-equiv=refresh content=0>", "<object data=x></object>",
        "`<script>`", "    <script>alert(1)</script>", "<b onmouseover=alert(1)>x</b>", "<details ontoggle=alert(1) open>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<!--<script>alert(1)</script>-->",
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void What_is_shown_is_inert(string typed)
    {
        foreach (var text in new[] { typed, RichText.Clean(typed).ShouldNotBeNull(), $"- {typed}", $"> {typed}", $"## {typed}", $"**{typed}**" })
            Inert(RichText.Html(text));
    }

    [Theory, MemberData(nameof(Attacks))]
    public void What_is_stored_has_no_markup_and_stays_as_it_is(string typed)
    {
        var clean = RichText.Clean(typed).ShouldNotBeNull();
        RichText.Clean(clean).ShouldBe(clean);
        clean.ShouldNotContain("<script", Case.Insensitive);
        clean.ShouldNotContain("](javascript", Case.Insensitive);
    }

    [Fact]
    public void Its_words_alone_have_no_marks()
        => RichText.Words("## Bếp\n\nMẹ ủ **sáu mươi ngày** bên [bếp](https://thu.test).").ReplaceLineEndings(" ").Trim().ShouldBe("Bếp Mẹ ủ sáu mươi ngày bên bếp.");

    [Fact]
    public void Whatever_is_typed_is_inert()
    {
        string[] bits =
        [
            "<", ">", "a", "script", "img ", "onerror=", "\"", "'", "`", "[", "](", ")", "javascript:", "\n", "\n\n", "> ", "- ", "# ", "*", "&#106;", "<!--", "-->", "<svg ", "href=", "/", "\\", "\0", "https://x.test",
        ];
        Gen.Int[0, bits.Length - 1].Array[0, 30].Select(picked => string.Concat(picked.Select(i => bits[i]))).Sample(typed =>
        {
            Inert(RichText.Html(typed));
            if (RichText.Clean(typed) is not { } clean)
                return;
            Inert(RichText.Html(clean));
            RichText.Clean(clean).ShouldBe(clean, "what was cleaned once is clean");
        }, iter: 5_000);
    }

    [Fact]
    public void Two_megabytes_of_anything_cost_less_than_100_milliseconds()
    {
        const int much = 2_000_000;
        string[] bits = ["a", "<", ">", "[", "](", "*", "![x](", "> ", "- ", "\n", "&#106;", "<!--", "\0", "đ", "\ud83d\ude00", "<div>", "`", "\\"];
        Warm("x");
        Gen.Int[0, bits.Length - 1].Array[1, 6].Sample(
            picked =>
            {
                var bit = string.Concat(picked.Select(p => bits[p]));
                var monster = string.Concat(Enumerable.Repeat(bit, (much / bit.Length) + 1));
                // The best of three: only this thread's own work counts, and what else the machine does may still slow it.
                Enumerable.Range(0, 3).Min(_ => ThreadWork.Of(() => Warm(monster))).ShouldBeLessThan(TimeSpan.FromMilliseconds(100), bit);
                StoryText.FitsBody(monster).ShouldBeFalse();
            },
            iter: 60, threads: 1);

        static void Warm(string text)
        {
            _ = StoryText.FitsBody(text);
            _ = RichText.Clean(text);
        }
    }

    [Theory]
    [InlineData("Một đoạn.\n\nĐoạn hai *nghiêng* và **đậm**.", "<p>Một đoạn.</p>\n<p>Đoạn hai <em>nghiêng</em> và <strong>đậm</strong>.</p>")]
    [InlineData("# Lớn\n\n## Vừa\n\n#### Nhỏ", "<h2>Lớn</h2>\n<h2>Vừa</h2>\n<h3>Nhỏ</h3>")]
    [InlineData("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>")]
    [InlineData("[chợ](/about)", "<p><a href=\"/about\" rel=\"nofollow ugc\">chợ</a></p>")]
    [InlineData("[gọi](tel:+84912345678)", "<p><a href=\"tel:+84912345678\" rel=\"nofollow ugc\">gọi</a></p>")]
    [InlineData("    thụt vào", "<p>thụt vào</p>")]
    [InlineData("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>")]
    [InlineData("![tỏi đen](https://x.test/a.jpg)", "<p>tỏi đen</p>")]
    [InlineData("", "")]
    public void Light_markdown_is_drawn(string typed, string html) => RichText.Html(typed).Trim().ShouldBe(html);

    [Fact]
    public void Tables_are_for_the_markets_own_texts()
    {
        const string table = "a | b\n--|--\n1 | 2";
        RichText.Html(table, tables: true).ShouldContain("<td>1</td>");
        RichText.Html(table).ShouldNotContain("<table");
    }

    [Theory]
    [InlineData("**Chữ** và <b>đậm</b> rồi <3", "**Chữ** và đậm rồi <3")]
    [InlineData("<div>\nLời kể\n</div>\n\nĐoạn sau", "\nLời kể\n\n\nĐoạn sau")]
    [InlineData("Xem [ở đây](javascript:alert(1)) nhé", "Xem ở đây nhé")]
    [InlineData("Xem [ở đây](https://coopmarket.vn) nhé", "Xem [ở đây](https://coopmarket.vn) nhé")]
    public void What_was_written_is_kept_without_its_markup(string typed, string kept) => RichText.Clean(typed).ShouldBe(kept);

    [Fact]
    public void Monstrous_texts_cost_little_and_overflow_nothing()
    {
        var monsters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["5,000 pictures"] = string.Concat(Enumerable.Repeat("![x](https://x.test/a.jpg)", 5_000)),
            ["2 MB"] = new('a', 2_000_000),
            ["2,000 nested quotes"] = new string('>', 2_000) + " a",
            ["2,000 nested elements"] = string.Concat(Enumerable.Repeat("<div>", 2_000)),
            ["2,000 nested lists"] = string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i * 2 % 60_000) + "- a\n")),
            ["brackets"] = new('[', 60_000),
            ["stars"] = string.Concat(Enumerable.Repeat("*a ", 20_000)),
            ["links begun"] = string.Concat(Enumerable.Repeat("[a](", 15_000)),
            ["backticks"] = string.Concat(Enumerable.Range(1, 300).Select(i => new string('`', i) + " ")),
            ["angles"] = new('<', 60_000),
        };
        RichText.Html("warm");
        foreach (var (name, monster) in monsters)
        {
            // Generous, and only this thread's own work counts; what grows explosively with its text does not pass.
            var html = "";
            ThreadWork.Of(() => html = RichText.Html(monster)).ShouldBeLessThan(TimeSpan.FromSeconds(2), name);
            html.Length.ShouldBeLessThan(10 * RichText.Most, name);
        }
    }

    private static void Inert(string html)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            element.LocalName.ShouldBeOneOf("p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "blockquote", "a");
            element.Attributes.ShouldAllBe(a => a.Name == "href" || a.Name == "rel");
            var href = element.GetAttribute("href");
            if (href is not null && href.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && href.IndexOfAny(['/', '?', '#']) is var slash && (slash < 0 || slash > colon))
                href[..colon].ToLowerInvariant().ShouldBeOneOf("http", "https", "mailto", "tel");
        }
    }
}
