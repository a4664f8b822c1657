using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes down that the gateway is about to be asked to take something back of a transfer. Of two nodes one begins.</summary>
internal static class BeginReversal
{
    internal sealed record Command(Actor Actor, TransferReversalId Reversal) : ICommand<Outcome<ReversalOrder>>, IForAdmin, ISerialized, IAbout
    {
        public string About => Reversal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, StripeSettings settings, TimeProvider time) : IRequestHandler<Command, Outcome<ReversalOrder>>
    {
        public async Task<Outcome<ReversalOrder>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!settings.Connects || await runs.FindAsync(request.Reversal, cancellationToken) is not { } run)
                return new NotFound();
            var payout = run.Payouts.Single(p => p.Reversals.Any(r => r.Id == request.Reversal));
            var begun = run.BeginReversal(request.Reversal, time.Now());
            return begun.IsDone ? new ReversalOrder(request.Reversal, payout.Reference, payout.Reversals.Single(r => r.Id == request.Reversal).Amount) : begun.Refusal!;
        }
    }
}
