using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Takes the turn to ask the gateway about a page, so that of several nodes one asks, and none too often.</summary>
internal static class ClaimCard
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    internal sealed record Command(Actor Actor, CardAttemptId Attempt) : ICommand<Outcome<Claimed>>, IForAdmin, IAbout
    {
        public string About => Attempt.ToString();
    }

    /// <param name="Session">The gateway's name for the page; null where it is to be looked for.</param>
    /// <param name="IsUnwanted">Whether the order awaits no money any more, so that the page is to be closed.</param>
    internal sealed record Claimed(CardAttemptId Attempt, string? Session, DateTimeOffset BegunAt, bool IsUnwanted);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome<Claimed>>
    {
        public async Task<Outcome<Claimed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            DateTimeOffset? until = now + Turn;
            var taken = await db.Set<CardAttempt>().Where(a => a.Id == request.Attempt && a.EndedAt == null && (a.AskedUntil == null || a.AskedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AskedUntil, until), cancellationToken);
            if (taken == 0)
                return new NotFound();
            var attempt = await db.Set<CardAttempt>().AsNoTracking().SingleAsync(a => a.Id == request.Attempt, cancellationToken);
            var payment = await db.Set<Payment>().AsNoTracking().SingleAsync(p => p.Id == attempt.Payment, cancellationToken);
            return new Claimed(attempt.Id, attempt.Session, attempt.BegunAt, !payment.IsOpen);
        }
    }
}
