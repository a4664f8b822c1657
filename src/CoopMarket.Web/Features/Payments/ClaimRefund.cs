using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Takes the turn to ask the gateway what became of a call, so that of several nodes one asks, and none too often.</summary>
internal static class ClaimRefund
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    internal sealed record Command(Actor Actor, RefundDueId Refund) : ICommand<Outcome<Claimed>>, IForAdmin, IAbout
    {
        public string About => Refund.ToString();
    }

    /// <param name="CalledAt">UTC.</param>
    internal sealed record Claimed(RefundCallId Call, string Charge, DateTimeOffset CalledAt);

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome<Claimed>>
    {
        public async Task<Outcome<Claimed>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.Now();
            DateTimeOffset? until = now + Turn;
            var taken = await db.Set<RefundDue>().Where(r => r.Id == request.Refund && r.Call != null && (r.AskedUntil == null || r.AskedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.AskedUntil, until), cancellationToken);
            if (taken == 0)
                return new NotFound();
            var due = await db.Set<RefundDue>().AsNoTracking().SingleAsync(r => r.Id == request.Refund, cancellationToken);
            return new Claimed(due.Call!.Value, due.Charge!, due.CalledAt!.Value);
        }
    }
}
