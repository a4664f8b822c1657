using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RefundsByCard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "agreed_by",
                table: "payments_refunds_due",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "asked_until",
                table: "payments_refunds_due",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "call",
                table: "payments_refunds_due",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "called_at",
                table: "payments_refunds_due",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "charge",
                table: "payments_refunds_due",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_uncertain",
                table: "payments_refunds_due",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "refused_for",
                table: "payments_refunds_due",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "seconded_by",
                table: "payments_refunds_due",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_refunds_due_call",
                table: "payments_refunds_due",
                column: "call",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_payments_refunds_due_call",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "agreed_by",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "asked_until",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "call",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "called_at",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "charge",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "is_uncertain",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "refused_for",
                table: "payments_refunds_due");

            migrationBuilder.DropColumn(
                name: "seconded_by",
                table: "payments_refunds_due");
        }
    }
}
