using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>She no longer agrees, and her cooperative writes it down: what it was about is gone from the shop within a minute.</summary>
internal static class WithdrawConsent
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, ConsentId Consent) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Consent).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, OneGiver giver, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == command.Consent && c.Story == command.Story && c.Cooperative == command.Cooperative, cancellationToken) is not { } consent)
                return new NotFound();
            Consent.Withdraw(await giver.OfAsync(consent, cancellationToken), command.Actor.Person, time.Now());
            return Outcome.Done;
        }
    }
}
