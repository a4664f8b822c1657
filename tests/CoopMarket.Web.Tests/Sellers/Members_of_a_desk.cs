using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Members_of_a_desk
{
    /// <summary>The catalogue of bad input, row 84.</summary>
    [Theory, EveryDatabase]
    internal async Task An_invitation_opens_the_desk_once_and_only_to_whom_it_is_for(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var invitee = await market.PersonAsync("Hà Thị Mến", phone: "+84987654321");
        var other = await market.PersonAsync(phone: "+84900000001");

        var keys = (await market.SendAsync(new InviteMember.Command(market.Proved(coop.Manager), coop.Id, "0987 654 321", MemberRole.Packer))).Value;

        (await AcceptAsync(other, keys.Link)).Refusal.ShouldBeOfType<InvitationIsNotYours>();
        (await AcceptAsync(invitee, "XXXXXXXXXX")).Refusal.ShouldBeOfType<InvitationIsNotYours>();
        (await AcceptAsync(invitee, $"{keys.Code[..5].ToLowerInvariant()} {keys.Code[5..]}")).IsDone.ShouldBeTrue();
        (await AcceptAsync(invitee, keys.Link)).Refusal.ShouldBeOfType<InvitationIsNotYours>();
        (await market.RowsAsync<Membership>()).Single(m => m.Person == invitee).Role.ShouldBe(MemberRole.Packer);

        Task<Outcome> AcceptAsync(PersonId person, string key) => market.SendAsync(new AcceptInvitation.Command(Actor.Of(person, ""), key));
    }

    [Theory, EveryDatabase]
    internal async Task Two_invitations_taken_at_once_make_one_member(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var invitee = await market.PersonAsync(phone: "+84987654321");
        var email = (await market.RowsAsync<Account>()).Single(a => a.Id == invitee.Value).Email!;
        var byPhone = (await market.SendAsync(new InviteMember.Command(market.Proved(coop.Manager), coop.Id, "0987654321", MemberRole.Packer))).Value;
        var byMail = (await market.SendAsync(new InviteMember.Command(market.Proved(coop.Manager), coop.Id, email, MemberRole.Storyteller))).Value;

        var outcomes = await Task.WhenAll(new[] { byPhone.Link, byMail.Link }.Select(key =>
            Task.Run(() => market.SendAsync(new AcceptInvitation.Command(Actor.Of(invitee, ""), key)))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Single(o => !o.IsDone).Refusal.ShouldBeOfType<AlreadyMember>();
        (await market.RowsAsync<Membership>()).Count(m => m.Person == invitee).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task An_invitation_runs_out_and_can_be_taken_back(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var invitee = Actor.Of(await market.PersonAsync(phone: "+84987654321"), "");
        var manager = market.Proved(coop.Manager);

        var first = (await market.SendAsync(new InviteMember.Command(manager, coop.Id, "0987654321", MemberRole.Packer))).Value;
        var second = (await market.SendAsync(new InviteMember.Command(manager, coop.Id, "0987654321", MemberRole.Manager))).Value;
        (await market.SendAsync(new AcceptInvitation.Command(invitee, first.Code))).Refusal.ShouldBeOfType<InvitationIsNotYours>();

        var id = (await market.SendAsync(new Members.Query(manager, coop.Id))).Invited.ShouldHaveSingleItem().Id;
        (await market.SendAsync(new WithdrawInvitation.Command(manager, coop.Id, id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AcceptInvitation.Command(invitee, second.Code))).Refusal.ShouldBeOfType<InvitationIsNotYours>();

        var third = (await market.SendAsync(new InviteMember.Command(manager, coop.Id, "0987654321", MemberRole.Packer))).Value;
        market.Clock.Advance(Invitation.Lasts);
        (await market.SendAsync(new AcceptInvitation.Command(invitee, third.Code))).Refusal.ShouldBeOfType<InvitationIsNotYours>();
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_invites_herself_to_another_desk_nor_without_being_a_manager(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (mine, theirs) = (await market.SellingCoopAsync("Chè Tà Xùa"), await market.SellingCoopAsync("Thổ cẩm Tường Hạ"));
        var packer = await market.MemberAsync(theirs.Id, MemberRole.Packer);
        foreach (var person in new[] { mine.Manager, packer })
        {
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new InviteMember.Command(Actor.Of(person, ""), theirs.Id, "0912345678", MemberRole.Manager)));
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ChangeRole.Command(Actor.Of(person, ""), theirs.Id, person, MemberRole.Manager)));
        }

        // Her own desk in the request, a member of theirs in the form.
        (await market.SendAsync(new RemoveMember.Command(market.Proved(mine.Manager), mine.Id, packer))).Refusal.ShouldBeOfType<NotFound>();
        (await market.RowsAsync<Invitation>()).ShouldBeEmpty();
    }

    /// <summary>The catalogue of bad input, row 82.</summary>
    [Theory, EveryDatabase]
    internal async Task Who_is_removed_is_out_at_the_next_request(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var packer = await market.MemberAsync(coop.Id, MemberRole.Packer);
        await market.SendAsync(new Members.Query(Actor.Of(packer, ""), coop.Id));

        (await market.SendAsync(new RemoveMember.Command(market.Proved(coop.Manager), coop.Id, packer))).IsDone.ShouldBeTrue();

        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new Members.Query(Actor.Of(packer, ""), coop.Id)));
    }

    [Theory, EveryDatabase]
    internal async Task The_last_manager_stays(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var packer = await market.MemberAsync(coop.Id, MemberRole.Packer);
        var manager = market.Proved(coop.Manager);

        (await market.SendAsync(new LeaveDesk.Command(manager, coop.Id))).Refusal.ShouldBeOfType<LastManagerStays>();
        (await market.SendAsync(new ChangeRole.Command(manager, coop.Id, coop.Manager, MemberRole.Packer))).Refusal.ShouldBeOfType<LastManagerStays>();
        (await market.SendAsync(new RemoveMember.Command(manager, coop.Id, coop.Manager))).Refusal.ShouldBeOfType<LastManagerStays>();

        (await market.SendAsync(new ChangeRole.Command(manager, coop.Id, packer, MemberRole.Manager))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new LeaveDesk.Command(manager, coop.Id))).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_managers_who_leave_at_once_one_stays(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        for (var round = 0; round < 10; round++)
        {
            var coop = await market.SellingCoopAsync($"Tổ {(char)('a' + round)}{(char)('k' + round)}");
            var second = await market.MemberAsync(coop.Id, MemberRole.Manager);

            await Task.WhenAll(new[] { coop.Manager, second }.Select(p => Task.Run(() => market.SendAsync(new LeaveDesk.Command(Actor.Of(p, ""), coop.Id)))));

            (await market.RowsAsync<Membership>()).Count(m => m.Cooperative == coop.Id).ShouldBe(1);
        }
    }

    /// <summary>The broken twin: the same rule, counted before the transaction that removes.</summary>
    [Theory, EveryDatabase]
    internal async Task Counted_outside_the_transaction_both_would_leave(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var second = await market.MemberAsync(coop.Id, MemberRole.Manager);
        using var both = new Barrier(2);

        await Task.WhenAll(new[] { coop.Manager, second }.Select(p => Task.Run(() => market.InDbAsync(async db =>
        {
            var desk = await db.Set<Membership>().Where(m => m.Cooperative == coop.Id).ToListAsync();
            both.SignalAndWait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
            var member = desk.Single(m => m.Person == p);
            member.MayLeave(desk.Count(m => m.Role == MemberRole.Manager)).ShouldBeNull();
            db.Remove(member);
            return await db.SaveChangesAsync();
        }))));

        (await market.RowsAsync<Membership>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task An_invitee_known_by_mail_is_written_to_without_the_keys(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var keys = (await market.SendAsync(new InviteMember.Command(market.Proved(coop.Manager), coop.Id, "Men@Demo.Test", MemberRole.Storyteller))).Value;

        await market.DeliverAsync();

        var letter = market.Post.Letters.ShouldHaveSingleItem();
        letter.To.ShouldBe("men@demo.test");
        letter.Html.ShouldNotContain(keys.Link);
        letter.Html.ShouldNotContain(keys.Code);
    }

    /// <summary>An open phone is not enough to seat somebody at the desk, or to take somebody off it.</summary>
    [Theory, EveryDatabase]
    internal async Task Whoever_holds_a_managers_open_phone_can_seat_nobody(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var packer = await market.MemberAsync(coop.Id, MemberRole.Packer);
        var stale = Actor.Of(coop.Manager, "", market.Clock.GetUtcNow() - INeedsProof.Lasts);

        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new InviteMember.Command(stale, coop.Id, "0987654321", MemberRole.Manager)));
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new ChangeRole.Command(stale, coop.Id, packer, MemberRole.Manager)));
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new RemoveMember.Command(stale, coop.Id, packer)));
    }

    [Theory, EveryDatabase]
    internal async Task A_manager_who_was_removed_does_not_come_back_by_her_own_invitation(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var leaving = await market.MemberAsync(coop.Id, MemberRole.Manager);
        var other = Actor.Of(await market.PersonAsync(phone: "+84987654321"), "");
        var keys = (await market.SendAsync(new InviteMember.Command(market.Proved(leaving), coop.Id, "0987654321", MemberRole.Manager))).Value;

        (await market.SendAsync(new RemoveMember.Command(market.Proved(coop.Manager), coop.Id, leaving))).IsDone.ShouldBeTrue();

        (await market.SendAsync(new AcceptInvitation.Command(other, keys.Link))).Refusal.ShouldBeOfType<InvitationIsNotYours>();
        (await market.RowsAsync<Membership>()).ShouldHaveSingleItem().Person.ShouldBe(coop.Manager);
    }

    [Theory, EveryDatabase]
    internal async Task The_other_managers_hear_of_who_joins_and_it_is_written_down(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var invitee = await market.PersonAsync("Hà Thị Mến", phone: "+84987654321");
        var keys = (await market.SendAsync(new InviteMember.Command(market.Proved(coop.Manager), coop.Id, "0987654321", MemberRole.Manager))).Value;
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        (await market.SendAsync(new AcceptInvitation.Command(Actor.Of(invitee, ""), keys.Link))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var manager = (await market.RowsAsync<Account>()).Single(a => a.Id == coop.Manager.Value).Email;
        market.Post.Letters.Skip(before).ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.To.ShouldBe(manager), l => l.Subject.ShouldContain("Hà Thị Mến"));
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Sellers.AcceptInvitation" && r.Actor == invitee.ToString() && r.Result == AuditResult.Done);
    }

    /// <summary>Who was invited and never came has no account that could be erased.</summary>
    [Theory, EveryDatabase]
    internal async Task An_invitation_that_is_long_over_is_dropped_with_whom_it_was_for(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        (await market.SendAsync(new InviteMember.Command(market.Proved(coop.Manager), coop.Id, "0987654321", MemberRole.Packer))).IsDone.ShouldBeTrue();

        market.Clock.Advance(Invitation.Lasts + SweepInvitations.KeptFor);
        await market.RoundAsync<SweepInvitations>();
        (await market.RowsAsync<Invitation>()).ShouldHaveSingleItem();
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await market.RoundAsync<SweepInvitations>();
        (await market.RowsAsync<Invitation>()).ShouldBeEmpty();
    }
}
