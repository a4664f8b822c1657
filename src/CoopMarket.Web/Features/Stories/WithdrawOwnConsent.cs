using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>A person takes back what she agreed to, herself and without asking anybody.</summary>
internal static class WithdrawOwnConsent
{
    internal sealed record Command(Actor Actor, ConsentId Consent) : ICommand, IForPerson, IAudited, IAbout
    {
        public string About => Consent.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Consent).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, OneGiver giver, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = command.Actor.Me;
            if (await db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == command.Consent && c.Person == me, cancellationToken) is not { } consent)
                return new NotFound();
            Consent.Withdraw(await giver.OfAsync(consent, cancellationToken), me, time.Now());
            return Outcome.Done;
        }
    }
}
