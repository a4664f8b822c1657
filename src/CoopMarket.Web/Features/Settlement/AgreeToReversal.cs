using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Another admin agrees to take back a large amount of a transfer.</summary>
internal static class AgreeToReversal
{
    internal sealed record Command(Actor Actor, TransferReversalId Reversal) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Reversal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, OwnDesk own, StripeSettings stripe) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!stripe.Connects || await runs.FindAsync(request.Reversal, cancellationToken) is not { } run)
                return new NotFound();
            return await own.RefuseAsync(request.Actor, run.PaidBefore(request.Reversal), cancellationToken) is { } hers ? hers : run.AgreeToReversal(request.Reversal, request.Actor.Me);
        }
    }
}
