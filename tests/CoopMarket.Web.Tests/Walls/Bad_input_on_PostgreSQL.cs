using System.Globalization;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>
/// PostgreSQL refuses what SQLite swallows: a null character, a text longer than its column, a number beyond its type. Whoever
/// types it reads a sentence there too (trust rows 17 to 27, gate T6).
/// </summary>
public sealed class Bad_input_on_PostgreSQL
{
    // They end the session that sends them.
    private static readonly string[] Ending = ["POST /account/security EndAll", "POST /account/sign-out -", "POST /account/password -", "POST /account/new-password -"];

    [Fact]
    public async Task No_field_is_longer_or_stranger_than_its_column_bears()
    {
        Assert.SkipWhen(PostgresServer.IsExcused, PostgresServer.Excuse);
        await using var world = new World(DatabaseProvider.Postgres);
        await world.InitializeAsync();
        // One more than the columns bear that hold most of what people type, and numbers beyond each type.
        string[] inputs = [.. new[] { 40, 100, 300 }.Select(l => new string('x', l + 1)), "a\0b", long.MaxValue.ToString(CultureInfo.InvariantCulture), "99999999999999999999999999"];
        var tries = 0;
        List<string> faults = [];
        // What the office does may close a desk: it comes last.
        foreach (var row in Table.Rows.Where(r => r.Route.Verb == "POST" && r.Whom is not Whom.Bank && !Ending.Contains(r.Route.ToString())).OrderBy(r => r.Whom is Whom.Admin))
        {
            var attempt = Attempts.All[row.Route.ToString()];
            var owner = attempt.Owner is { } named ? named(world, world.A) : Cast.Owner(world, world.A, row);
            var visit = await Visit.OfAsync(world, row, attempt, owner);
            foreach (var field in Bad_input_is_boring.FieldsToTry(visit))
            {
                foreach (var input in inputs)
                {
                    var answer = await (visit with { Fields = [.. visit.Fields.Select(f => f.Name == field ? (f.Name, input) : f)] }).SendAsync(world, owner);
                    if ((int)answer.Status >= 500)
                        faults.Add($"{input} in {field} of {row.Route}");
                    tries++;
                }
            }
        }

        faults.ShouldBeEmpty();
        tries.ShouldBeGreaterThan(1_000);
    }
}
