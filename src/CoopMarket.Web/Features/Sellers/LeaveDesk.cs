using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Leaves a desk by her own will. The last manager stays.</summary>
internal static class LeaveDesk
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand, IForCooperative, ISerialized
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
            => Leaving.LeaveAsync(db, command.Cooperative, command.Actor.Me, cancellationToken);
    }
}
