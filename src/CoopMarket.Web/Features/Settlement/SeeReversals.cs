using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Writes down all that the gateway says was taken back of a transfer: what the market asked for, and what somebody did in the gateway's
/// own pages. What is known already changes nothing.
/// </summary>
internal static class SeeReversals
{
    /// <param name="AskedAt">When the gateway was asked, UTC.</param>
    internal sealed record Command(Actor Actor, PayoutId Payout, IReadOnlyList<SeenReversal> Seen, DateTimeOffset AskedAt) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Payout.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await runs.FindAsync(request.Payout, cancellationToken) is not { } found)
                return new NotFound();
            var (run, payout) = found;
            var now = time.Now();
            // Another currency than the transfer's can't be: what is not đồng stays unexplained and is told of each day.
            foreach (var seen in request.Seen.Where(s => s.Amount?.Currency == Currency.VND))
            {
                var own = payout.Reversals.SingleOrDefault(r => r.Id == seen.Reversal);
                var isNew = own is not null ? run.TryReverse(own.Id, seen.Name, now) : (own = run.SeeReversal(payout.Position, ids.New<TransferReversalId>(), seen.Name, seen.Amount!.Value, now)) is not null;
                if (isNew)
                    await runs.BookAsync(own!, cancellationToken);
            }

            payout.LookedUp(request.AskedAt);
            return Outcome.Done;
        }
    }
}
