using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>Gives a member a new link; the old one, and slips on which it stands, open nothing any more.</summary>
internal static class RenewLink
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProducerId Member) : ICommand, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Member.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MemberPayments members, MemberLinks links, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.MemberAsync(command.Cooperative, command.Member, cancellationToken) is not { } member)
                return new NotFound();
            var (hash, sealedLink) = links.New();
            member.GiveLink(hash, sealedLink, time.Now());
            return Outcome.Done;
        }
    }
}
