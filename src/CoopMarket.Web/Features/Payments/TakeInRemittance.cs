using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// A cooperative takes in the list of the cash that a carrier paid it, as she has just seen it. Each parcel counts once, by whichever
/// list it is told first. It moves no money of the market's.
/// </summary>
internal static class TakeInRemittance
{
    /// <param name="List">The lines as <see cref="LookAtRemittance"/> showed them.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, string List) : ICommand<Outcome<int>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(Remittances remittances) : IRequestHandler<Command, Outcome<int>>
    {
        /// <summary>Answers how many parcels changed.</summary>
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (RemittanceFile.Again(command.List) is not { } list)
                return new RemittanceGone();
            var counted = (await remittances.TakeAsync(command.Cooperative, list, keep: true, cancellationToken)).Count(t => t.Counts);
            return counted == 0 ? new NothingToCount() : counted;
        }
    }
}
