using System.Net.Mail;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Invites one person, by her phone or e-mail, to the desk. Inviting her again replaces the older invitation.</summary>
internal static class InviteMember
{
    internal sealed record Form
    {
        /// <summary>A phone or an e-mail.</summary>
        public string? Contact { get; set; }

        public MemberRole Role { get; set; } = MemberRole.Packer;
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, string? Contact, MemberRole Role) : ICommand<Outcome<Keys>>, IForCooperative, INeedsProof
    {
        // Whoever holds a manager's open phone could else seat herself at the desk.
        public Proof Proof => Proof.Lately;

        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <summary>What the manager passes on, shown once: the link's secret, or the code to read out.</summary>
    internal sealed record Keys(string Link, string Code);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Contact).Must(c => ContactOf(c) is not null).WithMessage("sellers.flaw.contact");
            RuleFor(c => c.Role).IsInEnum().WithMessage("sellers.flaw.role");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<Keys>>
    {
        public async Task<Outcome<Keys>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var contact = ContactOf(command.Contact)!;
            var since = now.AddDays(-1);
            if (await db.Set<Invitation>().CountAsync(i => i.Cooperative == command.Cooperative && i.InvitedAt > since, cancellationToken) >= Invitation.MostADay)
                return new EnoughInvitations();
            foreach (var older in await db.Set<Invitation>()
                .Where(i => i.Cooperative == command.Cooperative && i.BoundTo == contact && i.TakenAt == null && i.WithdrawnAt == null).ToListAsync(cancellationToken))
                older.Withdraw(now);
            Keys keys = new(ids.Secret(), InvitationKeys.Code(ids.Random(InvitationKeys.CodeLength)));
            db.Add(Invitation.To(
                ids.New<InvitationId>(), command.Cooperative, command.Role, contact, InvitationKeys.Hash(keys.Link), InvitationKeys.Hash(keys.Code), command.Actor.Me, now));
            return keys;
        }
    }

    // The e-mail in lower case or the phone in E.164; null where it is neither.
    private static string? ContactOf(string? typed)
    {
        if (CleanText.Read(typed, 200, out var clean) != TextVerdict.Clean)
            return null;
        return !clean.Contains('@') ? Phones.Read(clean) : MailAddress.TryCreate(clean, out var mail) && mail.Address == clean ? clean.ToLowerInvariant() : null;
    }
}
