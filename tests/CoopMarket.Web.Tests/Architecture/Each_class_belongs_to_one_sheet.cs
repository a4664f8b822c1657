using System.Text.RegularExpressions;

namespace CoopMarket.Web.Tests.Architecture;

/// <summary>
/// Pages of the desk read the shop's style sheet first and then their own. A class that both know means two things there: lists fell into
/// columns and bars apart before anybody saw why.
/// </summary>
public sealed partial class Each_class_belongs_to_one_sheet
{
    /// <summary>What the desk only refines, each with its reason.</summary>
    private static readonly Dictionary<string, string> Refined = new(StringComparer.Ordinal)
    {
        ["facts"] = "what runs low stands out",
        ["note"] = "what says that something was done is not printed",
        ["qr"] = "a small one on slips",
        ["rows"] = "numbers and trails within",
        ["said"] = "an admin's reason keeps its lines",
        ["sum"] = "what the bank says has long words",
        ["tabs"] = "the shop's sheet only keeps them from being printed",
        ["told"] = "lines of an office are not too long",
    };

    [Fact]
    public void Or_the_desk_only_refines_it() => Shared(Text("shop"), Text("desk")).Except(Refined.Keys).ShouldBeEmpty();

    [Fact]
    public void And_no_excuse_outlives_its_class() => Refined.Keys.Except(Shared(Text("shop"), Text("desk"))).ShouldBeEmpty();

    [Fact]
    public void One_that_both_know_is_seen()
    {
        Shared(".tales { display: grid; } .shelf a { color: red; }", "@media print { .x, .tales li { display: grid; } } a.shelf { color: red; }").ShouldBe(["tales"]);
        Shared("/* .tales { } */ .b { } .c :is(img, .bare) { }", ".tales { } .d :is(a, .bare) { }").ShouldBeEmpty();
    }

    private static string Text(string sheet) => string.Concat(Sources.Files("src/CoopMarket.Web/wwwroot/css/" + sheet, "*.css").Select(f => f.Text));

    private static IEnumerable<string> Shared(string shop, string desk) => Begun(shop).Intersect(Begun(desk)).Order(StringComparer.Ordinal);

    /// <summary>The classes with which the selectors of a sheet begin.</summary>
    private static IEnumerable<string> Begun(string sheet)
        => Head().Matches(Within().Replace(Comment().Replace(sheet, ""), "")).SelectMany(head => head.Groups[1].Value.Split(',')).Select(s => First().Match(s.Trim())).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    // What stands in :is(…) begins no selector.
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex Within();

    [GeneratedRegex(@"([^{};]+)\{", RegexOptions.None, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\.([a-zA-Z][\w-]*)", RegexOptions.None, 1000)]
    private static partial Regex First();
}
