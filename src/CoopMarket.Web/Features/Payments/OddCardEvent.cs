using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>One message of the card gateway that didn't fit.</summary>
internal static class OddCardEvent
{
    internal sealed record Query(Actor Actor, string Event) : IQuery<View?>, IForAdmin;

    /// <param name="Amount">In the currency's smallest unit; null where the message names none.</param>
    /// <param name="DueBy">Until when the gateway takes proof against a dispute, UTC; null elsewhere.</param>
    /// <param name="Note">What an admin wrote; null before.</param>
    internal sealed record View(
        string Id, CardFlaw Flaw, string Type, DateTimeOffset HappenedAt, long? Amount, string Currency, string Session, string Charge, string Account, bool IsLive, DateTimeOffset? DueBy, string? Note);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken)
            => db.Set<CardEvent>().AsNoTracking().Where(e => e.Id == request.Event && e.Flaw != null)
                .Select(e => new View(e.Id, e.Flaw!.Value, e.Type, e.HappenedAt, e.Amount, e.Currency, e.Session, e.Charge, e.Account, e.IsLive, e.DueBy, e.Note)).FirstOrDefaultAsync(cancellationToken);
    }
}
