using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Cooperatives_for_other_areas
{
    [Theory, EveryDatabase]
    internal async Task An_approved_cooperative_takes_orders_until_it_closes_for_the_season(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var today = VietnamDay.Of(market.Clock.GetUtcNow());

        var open = await market.WithAsync((Cooperatives c) => c.OneAsync(coop.Id, CancellationToken.None));
        open!.TakesOrders.ShouldBeTrue();
        open.OpensOn.ShouldBeNull();

        await market.InDbAsync(async db =>
        {
            db.Add(Closure.Of(Guid.NewGuid(), coop.Id, today, today.AddDays(3)));
            db.Add(Closure.Of(Guid.NewGuid(), coop.Id, today.AddDays(4), today.AddDays(9)));
            return await db.SaveChangesAsync();
        });

        var closed = await market.WithAsync((Cooperatives c) => c.OneAsync(coop.Id, CancellationToken.None));
        closed!.TakesOrders.ShouldBeFalse();
        closed.OpensOn.ShouldBe(today.AddDays(10));
    }

    [Theory, EveryDatabase]
    internal async Task Only_members_with_the_role_are_told(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        await market.MemberAsync(coop.Id, MemberRole.Packer);
        await market.MemberAsync(coop.Id, MemberRole.Storyteller);

        (await market.WithAsync((MembersToTell m) => m.OfAsync(coop.Id, DeskRoles.Packing, CancellationToken.None))).Count.ShouldBe(2);
        (await market.WithAsync((MembersToTell m) => m.OfAsync(coop.Id, DeskRoles.Manager, CancellationToken.None))).Count.ShouldBe(1);
    }
}
