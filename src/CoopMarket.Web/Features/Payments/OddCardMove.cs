using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>One line of the card gateway's books that nothing here explained.</summary>
internal static class OddCardMove
{
    internal sealed record Query(Actor Actor, string Name) : IQuery<View?>, IForAdmin;

    /// <param name="Flaw">Null where only its figures changed.</param>
    /// <param name="NeedsWord">Whether it still waits for an admin.</param>
    /// <param name="Note">What an admin wrote; null before.</param>
    internal sealed record View(
        string Name, CardMoveKind Kind, CardMoveFlaw? Flaw, string Source, string Charge, Money Amount, Money Fee, Money Moved, DateTimeOffset HappenedAt, bool HasChanged, bool NeedsWord, string? Note);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
            => await db.Set<CardMove>().AsNoTracking().SingleOrDefaultAsync(m => m.Name == request.Name, cancellationToken) is { } move && (move.Flaw is not null || move.ChangedAt is not null)
                ? new(move.Name, move.Kind, move.Flaw, move.Source, move.Charge, move.Amount, move.Fee, move.Moved, move.HappenedAt, move.ChangedAt is not null, move.NeedsWord, move.Note)
                : null;
    }
}
