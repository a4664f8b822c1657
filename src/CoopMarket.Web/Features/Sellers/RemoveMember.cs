using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Takes a member off the desk; her next request finds it closed. The last manager stays.</summary>
internal static class RemoveMember
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PersonId Member) : ICommand, IForCooperative, INeedsProof, ISerialized, IAbout
    {
        // Whoever holds a manager's open phone could else make the desk her own.
        public Proof Proof => Proof.Lately;

        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Member.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => Leaving.LeaveAsync(db, command.Cooperative, command.Member, cancellationToken);
    }
}
