using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Joins a desk with the link or the code of an invitation that is for her own phone or confirmed e-mail. An invitation stands as
/// long as who gave it manages the desk: nobody comes back by one that she wrote to herself.
/// </summary>
internal static class AcceptInvitation
{
    internal sealed record Form
    {
        /// <summary>The link's secret, or the code as it was read out.</summary>
        public string? Key { get; set; }
    }

    internal sealed record Command(Actor Actor, string? Key) : ICommand, IForPerson, IAudited;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Key).NotEmpty().WithMessage("sellers.flaw.key").MaximumLength(60).WithMessage("sellers.flaw.key");
    }

    internal sealed class Handler(MarketDb db, People people, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await people.HoldAsync(command.Actor.Me, cancellationToken))
                return new AccountIsErased();
            var now = time.Now();
            var hash = InvitationKeys.Hash(command.Key!);
            var invitation = await db.Set<Invitation>().FirstOrDefaultAsync(i => i.LinkHash == hash || i.CodeHash == hash, cancellationToken);
            var me = await people.ReachAsync(command.Actor.Me, cancellationToken);
            if (invitation is null || me is null || !await db.Set<Membership>().AnyAsync(
                m => m.Cooperative == invitation.Cooperative && m.Person == invitation.InvitedBy && m.Role == MemberRole.Manager, cancellationToken))
                return new InvitationIsNotYours();
            if (invitation.Take([me.Phone, me.Email], now) is { } refusal)
                return refusal;
            if (await db.Set<Membership>().AnyAsync(m => m.Cooperative == invitation.Cooperative && m.Person == command.Actor.Me, cancellationToken))
                return new AlreadyMember();
            db.Add(Membership.Join(invitation.Cooperative, command.Actor.Me, invitation.Role, now));
            return Outcome.Done;
        }
    }
}
