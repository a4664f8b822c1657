using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>What buyers pay a cooperative for delivery, zone by zone.</summary>
internal static class OwnDelivery
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Zones">All zones, near ones first.</param>
    /// <param name="IsOwn">False where the market's list is in force.</param>
    /// <param name="HadOwn">Whether there is a list of its own to go back to.</param>
    internal sealed record View(IReadOnlyList<ZoneRow> Zones, bool PickUp, bool IsOwn, bool HadOwn);

    /// <param name="Rates">From light to heavy; none where nothing is sent.</param>
    internal sealed record ZoneRow(Zone Zone, IReadOnlyList<DeliveryRate> Rates);

    internal sealed class Handler(PriceLists lists) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = await lists.OfAsync(query.Cooperative, cancellationToken);
            return new(
                [.. Enum.GetValues<Zone>().Select(zone => new ZoneRow(zone, [.. now.Rates.Where(r => r.Zone == zone).OrderBy(r => r.UpToGrams)]))],
                now.PickUp, now.IsOwn, now.LastOwn is not null);
        }
    }
}
