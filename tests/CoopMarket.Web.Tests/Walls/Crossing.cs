using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Tries to cross the wall at a route: whoever may take it on one side names what belongs to the other.</summary>
internal static class Crossing
{
    /// <summary>Ids of the other side are as absent as ids of nothing, and nothing changes.</summary>
    /// <returns>How often it was tried.</returns>
    public static async Task<int> TryAsync(World world, Row row, Attempt attempt, PersonId? owner)
    {
        var visit = await Visit.OfAsync(world, row, attempt, owner);
        var names = world.A.Names.Zip(world.B.Names).Where(n => visit.Names(n.First)).ToList();
        var before = await world.ContentAsync();
        var tries = 0;
        foreach (var who in Cast.Twins(world, row, attempt))
        {
            foreach (var (mixed, foreign) in Mixtures(visit, names))
            {
                var answer = await mixed.SendAsync(world, who);
                var absent = foreign.Aggregate(mixed, (v, name) => v.With(name, Guid.TryParse(name, out _) ? Guid.NewGuid().ToString() : "CM00000000"));
                var nothing = await absent.SendAsync(world, who);
                ((int)answer.Status).ShouldBeOneOf([404, 422, 409], $"{Cast.Name(world, who)} at {mixed.Address}, sending {string.Join("&", mixed.Fields)}: {answer.Location}");
                answer.Status.ShouldBe(nothing.Status, $"{Cast.Name(world, who)} at {mixed.Address} or {absent.Address}");
                tries++;
                answer.Plain(Asked(world, mixed)).ShouldBe(nothing.Plain(Asked(world, absent)), row.ToString());
            }
        }

        before.DifferenceTo(await world.ContentAsync()).ShouldBeEmpty(row.ToString());
        return tries;
    }

    // All of the other side's names, one of them, and all but one of them.
    private static IEnumerable<(Visit Visit, IReadOnlyList<string> Foreign)> Mixtures(Visit visit, List<(string First, string Second)> names)
    {
        if (names.Count == 0)
            yield break;
        yield return (visit, [.. names.Select(n => n.First)]);
        if (names.Count == 1)
            yield break;
        foreach (var name in names)
        {
            yield return (visit.With(name.First, name.Second), [.. names.Where(n => n != name).Select(n => n.First)]);
            if (names.Count > 2)
                yield return (names.Where(n => n != name).Aggregate(visit, (v, n) => v.With(n.First, n.Second)), [name.First]);
        }
    }

    private static IEnumerable<string> Asked(World world, Visit visit) => world.A.Names.Concat(world.B.Names).Concat(visit.Address.Split('?', '/', '&', '=')).Concat(visit.Fields.Select(f => f.Value)).Where(n => n.Length >= 8);
}
