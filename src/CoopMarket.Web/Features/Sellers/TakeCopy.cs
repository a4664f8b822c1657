using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// A manager takes a copy of all that is kept for her cooperative. It changes nothing; that it was taken, when and by whom is the row that
/// it leaves in the audit. All buyers' names and addresses are in it, so an open phone is not enough.
/// </summary>
internal static class TakeCopy
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand, IForCooperative, INeedsProof
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public bool AlsoSuspended => true;

        public Proof Proof => Proof.Lately;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done);
    }
}
