using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>
/// A person of the demo market, with a proved e-mail, without a mail. Only the market itself may ask. All of them have one
/// password, so it comes hashed.
/// </summary>
internal static class SeedPerson
{
    internal sealed record Command(Actor Actor, string FullName, string? Email, string? Phone, string PasswordHash, bool IsAdmin = false, string Language = "vi", bool HasDemoFactor = false)
        : ICommand<Outcome<PersonId>>, IForAdmin, IUntransacted;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Actor).Must(a => a.IsJob).WithMessage("refusal.NotFound");
            RuleFor(c => c.Email).Must((c, e) => Handle.Read(e ?? c.Phone) is not null).WithMessage("accounts.who.wrong");
            RuleFor(c => c.Phone).Must(p => p is null || Handle.Read(p)?.Phone is not null).WithMessage("accounts.phone.wrong");
        }
    }

    internal sealed class Handler(AccountFinder accounts, Factors factors, AccountWork work) : IRequestHandler<Command, Outcome<PersonId>>
    {
        public async Task<Outcome<PersonId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var handle = new Handle(Accounts.Handle.Read(command.Email)?.Email, Accounts.Handle.Read(command.Phone)?.Phone);
            return await work.KeepAsync(
                async () =>
                {
                    var account = await accounts.AddAsync(handle, command.FullName, command.Language, command.PasswordHash,
                        a => (a.IsAdmin, a.EmailConfirmed) = (command.IsAdmin, a.Email is not null));
                    if (command.HasDemoFactor)
                        factors.Add(account, Base32.Read(DemoFactor.Secret)!, 0);
                    return (Outcome<PersonId>)account.PersonId;
                },
                cancellationToken);
        }
    }
}
