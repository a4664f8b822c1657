using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// Every field of every form of the table, filled with what nobody types: never a fault, never a row (trust rows 17 to 27, gate T6),
/// and where a summary of flaws is shown, each of its lines names the field by its label and leads there.
/// </summary>
public sealed partial class Bad_input_is_boring(World world) : IClassFixture<World>
{
    public static TheoryData<string> Routes
        => [.. Table.Rows.Where(r => r.Route.Verb == "POST" && r.Whom is not Whom.Bank).Select(r => r.Route.ToString())];

    [Theory, MemberData(nameof(Routes))]
    public async Task No_field_brings_the_market_down_or_is_kept_with_what_cannot_be_shown(string route)
    {
        await world.RestoreAsync();
        var row = Table.Rows.Single(r => r.Route.ToString() == route);
        var attempt = Attempts.All[route];
        var owner = attempt.Owner is { } named ? named(world, world.A) : Cast.Owner(world, world.A, row);
        var visit = await Visit.OfAsync(world, row, attempt, owner);
        foreach (var (name, input, mayStay) in Inputs)
        {
            foreach (var field in FieldsToTry(visit))
            {
                var before = await world.ContentAsync();
                var sent = visit with { Fields = [.. visit.Fields.Select(f => f.Name == field ? (f.Name, input) : f)] };
                var answer = await sent.SendAsync(world, owner);
                ((int)answer.Status).ShouldBeLessThan(500, $"{name} in {field} of {row}");
                if (answer.Status is HttpStatusCode.UnprocessableEntity && row.Route.Template is not ("/cart" or "/cart/add"))
                    Nameless(answer.Body, field).ShouldBeEmpty($"{name} in {field} of {row}");
                var changes = before.DifferenceTo(await world.ContentAsync());
                if (!mayStay)
                    changes.Where(c => c[0] == '+' && c.Contains(input[..Math.Min(input.Length, 40)], StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"{name} in {field} of {row}");
                if (changes.Count > 0 || answer.Status is HttpStatusCode.Found)
                {
                    await world.RestoreAsync();
                    visit = await Visit.OfAsync(world, row, attempt, owner);
                }
            }
        }
    }

    /// <summary>The fields of a form. A table of prices has the same cell over and over: its first and its last stand for all.</summary>
    internal static List<string> FieldsToTry(Visit visit)
        => [.. visit.Fields.Select(f => f.Name).Distinct().GroupBy(n => Index().Replace(n, "[]")).SelectMany(f => new[] { f.First(), f.Last() }.Distinct())];

    // The basket says it in one sentence. What nobody types has no name, in a hidden field or on a button: who changed it did so on purpose.
    private static IEnumerable<string> Nameless(string body, string field)
    {
        var page = new HtmlParser().ParseDocument(body);
        if (page.QuerySelector($"input[type=hidden][name='{field}'], button[name='{field}']") is not null)
            return [];
        return from line in page.QuerySelectorAll(".errors li")
               let link = line.QuerySelector("a")
               where link?.QuerySelector("b") is null || page.GetElementById(link.GetAttribute("href")!.TrimStart('#')) is null
               select line.OuterHtml;
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Index();

    // What is plain text, odd as it is, may be kept as text.
    private static readonly (string Name, string Input, bool MayStay)[] Inputs =
    [
        ("nothing", "", true),
        ("a null character", "a\0b", false),
        ("a turned line", "a\u202Eb", false),
        ("nothing to be seen", "\u200B\u200B", false),
        ("a thousand marks", "a" + new string('\u0301', 1_000), false),
        ("a hundred thousand letters", new string('x', 100_000), false),
        ("a number beyond all", "99999999999999999999999999", true),
        ("half a query", "'; DROP TABLE accounts_accounts; --{{7*7}}@(7*7)", true),
    ];
}
