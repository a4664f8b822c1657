using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// Opens an admin's account, from the command line of the machine that runs the market: whoever may type there is trusted, so
/// the e-mail counts as confirmed. Somebody who has an account with that e-mail becomes an admin, with the password given here. Where
/// nobody had proved that e-mail, it may be a stranger's account: whatever else opens it is taken off.
/// </summary>
internal static class CreateAdmin
{
    internal sealed record Command(Actor Actor, string? Email, string? Password, string FullName = "") : ICommand<Outcome<PersonId>>, IForAdmin, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).Must(e => MailAddresses.Read(e) is not null).WithMessage("accounts.email.wrong");
            RuleFor(c => c.Password).NewPassword(c => c.Email);
        }
    }

    internal sealed class Handler(AccountFinder accounts, Passwords passwords, Factors factors, Links links, AccountWork work, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Outcome<PersonId>>
    {
        public async Task<Outcome<PersonId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = new Handle(MailAddresses.Read(command.Email), null);
            var hash = passwords.Hash(command.Password!);
            return await work.KeepAsync(async () =>
            {
                if (await accounts.FindAsync(handle, cancellationToken) is { } known)
                {
                    if (!known.EmailConfirmed)
                    {
                        await factors.RemoveAllAsync(known.Id, cancellationToken);
                        (known.PhoneNumber, known.PhoneNumberConfirmed) = (null, false);
                    }

                    foreach (var purpose in Enum.GetValues<LinkPurpose>())
                        await links.VoidAsync(known.Id, purpose, cancellationToken);
                    (known.IsAdmin, known.EmailConfirmed, known.PasswordHash) = (true, true, hash);
                    await accounts.ChangeAsync(known, endSessions: true);
                    outbox.Raise(new CredentialChanged(known.PersonId, Credential.Password, null, time.Now()));
                    return (Outcome<PersonId>)known.PersonId;
                }

                var name = PersonName.Read(command.FullName) ?? handle.Email!.Split('@')[0];
                return (await accounts.AddAsync(handle, name, "vi", hash, a => (a.IsAdmin, a.EmailConfirmed) = (true, true))).PersonId;
            }, cancellationToken);
        }
    }
}
