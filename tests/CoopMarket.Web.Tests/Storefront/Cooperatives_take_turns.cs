using CoopMarket.Web.Features.Storefront;
using CsCheck;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>The market's own order, as its page about ranking promises it: who lists much does not hide who lists little.</summary>
public sealed class Cooperatives_take_turns
{
    private const int November = 11;
    private const int InNovember = 1 << (November - 1);

    private static readonly DateTimeOffset Opening = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Face> Any =
        from id in Gen.Guid
        from cooperative in Gen.Int[1, 4]
        from rank in Gen.Int[0, 2]
        from ripe in Gen.Bool
        from day in Gen.Int[0, 30]
        select new Face(new(id), new(new Guid(cooperative, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), default, "", 1_000, ripe ? InNovember : 1, rank == 2, []) { Rank = rank, FirstLiveAt = Opening.AddDays(day) };

    [Fact]
    public void Among_what_can_be_had_alike_no_cooperative_is_two_ahead_of_one_that_still_has_something() => Any.List[0, 60].Sample(some =>
    {
        var goods = some.DistinctBy(f => f.Id).ToList();

        var ordered = FaceReader.InOrder(goods, November);

        ordered.Select(f => f.Place).ShouldBe(Enumerable.Range(0, goods.Count));
        ordered.Select(f => f.Id).ShouldBe(goods.Select(f => f.Id), ignoreOrder: true);
        ordered.Select(Alike).ShouldBe(ordered.Select(Alike).OrderDescending());
        foreach (var alike in ordered.GroupBy(Alike))
        {
            var left = alike.CountBy(f => f.Cooperative).ToDictionary();
            var stood = left.Keys.ToDictionary(c => c, _ => 0);
            foreach (var face in alike)
            {
                (stood[face.Cooperative], left[face.Cooperative]) = (stood[face.Cooperative] + 1, left[face.Cooperative] - 1);
                stood.Where(c => left[c.Key] > 0).ShouldAllBe(c => c.Value >= stood.Values.Max() - 1);
            }

            foreach (var hers in alike.GroupBy(f => f.Cooperative))
                hers.Select(f => f.FirstLiveAt).ShouldBe(hers.Select(f => f.FirstLiveAt).OrderDescending());
        }
    });

    private static int Alike(Face face) => face.Rank * 2 + (face.SeasonBits == InNovember ? 1 : 0);
}
