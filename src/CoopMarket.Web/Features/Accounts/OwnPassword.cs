using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using FluentValidation;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Asks for the password again before a credential changes, so that an open phone on the table is not enough.</summary>
internal sealed class OwnPassword(Passwords passwords, SignInThrottle throttle)
{
    /// <summary>Null when it is hers.</summary>
    public Refusal? Check(Account account, string typed, string address)
    {
        if (!throttle.Allows("own " + account.Id, address, isKnown: true))
            return new TooManyTries();
        return passwords.Matches(account, typed) ? null : new WrongPassword();
    }
}

/// <summary>The shape of the present password.</summary>
internal static class OwnPasswordRule
{
    public static void CurrentPassword<T>(this IRuleBuilder<T, string?> rule)
        => rule.NotEmpty().WithMessage("accounts.password.missing").MaximumLength(PasswordRules.Longest).WithMessage("accounts.password.long");
}
