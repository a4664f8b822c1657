using System.Net;
using AngleSharp.Html.Parser;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// Every form of the table with one field left empty or filled with what nobody types: each line of the summary over it says
/// which field it means, by its label, and leads there.
/// </summary>
public sealed class Flaws_name_their_fields(World world) : IClassFixture<World>
{
    /// <summary>The basket says it in one sentence; its lines are buttons and numbers with a name of their own each.</summary>
    private static readonly string[] InOneSentence = ["POST /cart -", "POST /cart/add -"];

    public static TheoryData<string> Routes
        => [.. Table.Rows.Where(r => r.Route.Verb == "POST" && r.Whom is not Whom.Bank).Select(r => r.Route.ToString()).Except(InOneSentence)];

    [Theory, MemberData(nameof(Routes))]
    public async Task Each_line_of_a_summary_names_its_field_and_leads_there(string route)
    {
        await world.RestoreAsync();
        var row = Table.Rows.Single(r => r.Route.ToString() == route);
        var attempt = Attempts.All[route];
        var owner = attempt.Owner is { } named ? named(world, world.A) : Cast.Owner(world, world.A, row);
        var visit = await Visit.OfAsync(world, row, attempt, owner);
        List<string> wrong = [];
        foreach (var field in Bad_input_is_boring.FieldsToTry(visit))
        {
            foreach (var input in new[] { "", "a\0b", "-1" })
            {
                var answer = await (visit with { Fields = [.. visit.Fields.Select(f => f.Name == field ? (f.Name, input) : f)] }).SendAsync(world, owner);
                if (answer.Status is HttpStatusCode.UnprocessableEntity)
                    wrong.AddRange(Nameless(answer.Body, field).Select(line => $"{field}: {line}"));
                if (answer.Status is HttpStatusCode.Found)
                {
                    await world.RestoreAsync();
                    visit = await Visit.OfAsync(world, row, attempt, owner);
                }
            }
        }

        wrong.Distinct().ShouldBeEmpty();
    }

    // What nobody sees has no name: who changed it did so on purpose.
    private static IEnumerable<string> Nameless(string body, string field)
    {
        var page = new HtmlParser().ParseDocument(body);
        if (page.QuerySelector($"input[type=hidden][name='{field}']") is not null)
            return [];
        return from line in page.QuerySelectorAll(".errors li")
               let link = line.QuerySelector("a")
               where link?.QuerySelector("b") is null || page.GetElementById(link.GetAttribute("href")!.TrimStart('#')) is null
               select line.OuterHtml;
    }
}
