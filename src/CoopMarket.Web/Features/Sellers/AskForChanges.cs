using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Sends an application back with what to change.</summary>
internal static class AskForChanges
{
    /// <param name="Actor">The admin.</param>
    /// <param name="Application">Which.</param>
    /// <param name="Reason">What the applicant reads, on screen and in a mail.</param>
    internal sealed record Command(Actor Actor, SellerApplicationId Application, string Reason) : ICommand, IForAdmin, IAbout
    {
        public string About => Application.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, MoveBook moves) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var application = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.Id == command.Application, cancellationToken);
            if (application is null)
                return new NotFound();
            var before = application.State;
            var reason = Reasons.Clean(command.Reason);
            if (application.AskForChanges(reason, time.Now()) is { } refusal)
                return refusal;
            await moves.WriteAsync(application.Id, before, application.State, command.Actor, reason, cancellationToken);
            return Outcome.Done;
        }
    }
}
