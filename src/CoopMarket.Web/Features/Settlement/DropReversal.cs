using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin drops what was to be taken back of a transfer, before the gateway is asked.</summary>
internal static class DropReversal
{
    internal sealed record Command(Actor Actor, TransferReversalId Reversal) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Reversal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => await runs.FindAsync(request.Reversal, cancellationToken) is { } run ? run.DropReversal(request.Reversal, time.Now()) : new NotFound();
    }
}
