using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>The other side's ids are tried on PostgreSQL too: queries are translated by another hand there.</summary>
public sealed class Walls_hold_on_PostgreSQL
{
    [Fact]
    public async Task Ids_of_the_other_side_are_as_absent_as_ids_of_nothing()
    {
        Assert.SkipWhen(PostgresServer.IsExcused, PostgresServer.Excuse);
        await using var world = new World(DatabaseProvider.Postgres);
        await world.InitializeAsync();
        var tries = 0;
        foreach (var row in Table.Rows.Where(r => r.Whom is Whom.Person or Whom.Buyer || r.IsDesk))
        {
            var attempt = Attempts.All[row.Route.ToString()];
            tries += await Crossing.TryAsync(world, row, attempt, attempt.Owner is { } owner ? owner(world, world.A) : Cast.Owner(world, world.A, row));
        }

        tries.ShouldBeGreaterThan(100);
    }
}
