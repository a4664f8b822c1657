using CoopMarket.Domain.Shared;
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

    internal sealed class Handler(PayoutRuns runs, StripeSettings stripe) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => stripe.Connects && await runs.FindAsync(request.Reversal, cancellationToken) is { } run ? run.AgreeToReversal(request.Reversal, request.Actor.Me) : new NotFound();
    }
}
