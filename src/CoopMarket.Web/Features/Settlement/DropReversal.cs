using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin drops what was to be taken back of a transfer, before the gateway is asked; not what her own cooperative owes.</summary>
internal static class DropReversal
{
    internal sealed record Command(Actor Actor, TransferReversalId Reversal) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Reversal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await runs.FindAsync(request.Reversal, cancellationToken) is not { } run)
                return new NotFound();
            return await own.RefuseAsync(request.Actor, run.PaidBefore(request.Reversal), cancellationToken) is { } hers ? hers : run.DropReversal(request.Reversal, time.Now());
        }
    }
}
